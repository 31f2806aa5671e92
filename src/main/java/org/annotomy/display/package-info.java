/** How images are looked at: display windows and their presets, lookup tables, zoom and lens; nothing here changes a pixel. */
package org.annotomy.display;
