/** Windows of groups of images: where they stand, and how the mouse moves all of them. */
package org.annotomy.ui.linking;
