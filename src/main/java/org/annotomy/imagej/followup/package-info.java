/** Follow-up of a disease over images that are open in ImageJ: collected from them, as tables and as a plot. */
package org.annotomy.imagej.followup;
