/** Commands that give areas other outlines. */
package org.annotomy.command.outline;
