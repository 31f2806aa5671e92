/** Tools in ImageJ's toolbar: select and edit objects, brush and eraser. Each finished gesture is one edit. */
package org.annotomy.ui.tool;
