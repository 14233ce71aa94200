package org.dragoman.eval.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/** What holds for every picture. */
abstract class PictureContract {

    /** The picture, made anew. */
    abstract Picture picture();

    @Test
    void svgNeedsNothingFromOutside() {
        for (var theme : Theme.values()) {
            var svg = picture().svg(theme);
            Svg.of(svg);
            assertThat(svg.replace("xmlns=\"http://www.w3.org/2000/svg\"", ""))
                    .doesNotContain(
                            "http", "href", "url(", "@import", "<!DOCTYPE", "<!ENTITY", "<script", "<image", " id=");
        }
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        assertThat(picture().svg()).isEqualTo(picture().svg());
        assertThat(picture().png(1)).isEqualTo(picture().png(1));
    }

    @Test
    void onlyAnAdaptivePictureHasAStyleSheetAndOnlyTheDarkOneDarkPaper() {
        assertThat(picture().svg()).contains("prefers-color-scheme: dark", "fill=\"#ffffff\"");
        assertThat(picture().svg(Theme.LIGHT))
                .contains("fill=\"#ffffff\"")
                .doesNotContain("<style", "#14171b", "class=\"dragoman-paper");
        assertThat(picture().svg(Theme.DARK)).contains("fill=\"#14171b\"").doesNotContain("<style", "#ffffff");
    }

    @Test
    void everyClassOfAnAdaptivePictureHasADarkColour() {
        var svg = picture().svg();
        var style = Svg.of(svg).all("style").get(0).getTextContent();
        for (var group : Svg.of(svg).all("g")) {
            var name = group.getAttribute("class");
            assertThat(name.isEmpty() || name.equals(Drawing.HOVER) || style.contains("." + name + "{"))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void pngHasTheSizeOfTheSvgAndIsNotBlank() throws IOException {
        var svg = Svg.of(picture().svg());
        for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            var image = ImageIO.read(new ByteArrayInputStream(picture().png(theme, 1.5)));
            assertThat(image.getWidth()).isEqualTo((int) Math.ceil(1.5 * svg.length("width")));
            assertThat(image.getHeight()).isEqualTo((int) Math.ceil(1.5 * svg.length("height")));
            assertThat(image.getRGB(0, 0) & 0xffffff).isEqualTo(theme == Theme.LIGHT ? 0xffffff : 0x14171b);
            assertThat(colors(image)).isGreaterThan(10);
        }
    }

    private static long colors(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void writesTheFormatThatTheNameSays(@TempDir Path folder) throws IOException {
        picture().write(folder.resolve("a.svg"));
        picture().write(folder.resolve("a.PNG"));
        assertThat(Files.readString(folder.resolve("a.svg")))
                .isEqualTo(picture().svg());
        assertThat(Files.readAllBytes(folder.resolve("a.PNG")))
                .isEqualTo(picture().png(2));
    }

    @Test
    void refusesWhatItCannotWrite(@TempDir Path folder) {
        var picture = picture();
        assertThatThrownBy(() -> picture.write(Path.of("a.pdf")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a picture is written to a file that ends with .svg or .png, got a.pdf");
        assertThatThrownBy(() -> picture.write(folder.resolve("missing/a.svg")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> picture.png(Theme.ADAPTIVE, 1))
                .hasMessage("a PNG can't adapt itself to the screen; choose LIGHT or DARK");
        assertThatThrownBy(() -> picture.png(0)).hasMessage("the scale of a PNG must be above 0, got 0.0");
        assertThatThrownBy(() -> picture.png(1000))
                .hasMessageContaining(
                        "pixels is too large, at most 100 million are painted; choose a scale below 1000");
    }
}
