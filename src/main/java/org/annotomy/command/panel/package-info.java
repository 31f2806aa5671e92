/** Commands that open windows of the desk. */
package org.annotomy.command.panel;
