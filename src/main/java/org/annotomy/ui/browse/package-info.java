/** The window that shows the studies in folders and archives of this computer, and how files that a user chose or dropped are opened. */
package org.annotomy.ui.browse;
