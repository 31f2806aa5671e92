/** What is on the screen: the panel in its window, and each annotated image with what listens to it. */
package org.annotomy.ui.desk;
