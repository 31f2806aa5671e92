/** Commands for looking at images: window presets, zoom, files of presets. */
package org.annotomy.command.display;
