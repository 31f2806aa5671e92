/** Menus that open on an object. */
package org.annotomy.ui.menu;
