/** How the files of models are opened and read. Depends on no other package of this module. */
package org.dragoman.nmt.files;
