/** Cuts through a volume as they are laid out on the screen: which voxel lies where, and the pixels of a slice. */
package org.annotomy.display.view;
