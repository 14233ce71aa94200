@echo off
rem The dragoman command. Builds itself on first use; after a change of the sources, rebuild with: mvn -DskipTests package
rem Options for Java: DRAGOMAN_JAVA_OPTS, such as -Xmx4g
setlocal
set "HOME_DIR=%~dp0"
set "CLASSPATH_FILE=%HOME_DIR%cli\target\classpath.txt"

set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if "%JAVA%"=="java" (
  where java >nul 2>nul
  if errorlevel 1 (
    echo dragoman: there is no Java; install a JDK of version 17 or later, or set JAVA_HOME 1>&2
    exit /b 1
  )
)

if exist "%CLASSPATH_FILE%" goto start
where mvn >nul 2>nul
if errorlevel 1 (
  echo dragoman: there is no build yet, and no Maven ^(mvn^) to make one; install Maven 3.8 or later 1>&2
  exit /b 1
)
echo dragoman: building, on first use only; this takes a minute or more and downloads libraries of about 250 MB ... 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -DskipTests -Dspotless.check.skip=true package 1>&2
if errorlevel 1 (
  popd
  echo dragoman: the build failed; its messages are above 1>&2
  exit /b 1
)
popd

:start
set "JAR="
for %%f in ("%HOME_DIR%cli\target\dragoman-cli-*.jar") do set "JAR=%%~ff"
rem The class path goes through the environment, as it is long for a command line.
for /f "usebackq delims=" %%c in ("%CLASSPATH_FILE%") do set "CLASSPATH=%JAR%;%%c"

rem A small heap leaves room for the native memory of the models.
"%JAVA%" -Xms32m -Xmx1g -XX:+UseSerialGC %DRAGOMAN_JAVA_OPTS% org.dragoman.cli.Dragoman %*
exit /b %ERRORLEVEL%
