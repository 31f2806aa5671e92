/** Commands that show a volume and its segments from other sides. */
package org.annotomy.command.view;
