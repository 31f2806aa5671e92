/** What buttons, keys and menus do. */
package org.annotomy.ui.action;
