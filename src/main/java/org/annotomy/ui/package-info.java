/** The desk: windows, panels, tools and keys around an image and its annotations. */
package org.annotomy.ui;
