/** The window in which a registration is corrected by hand. */
package org.annotomy.ui.fusion;
