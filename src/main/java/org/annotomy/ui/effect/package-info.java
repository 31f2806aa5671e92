/** Windows in which effects on segments are looked at in all views before they are applied. */
package org.annotomy.ui.effect;
