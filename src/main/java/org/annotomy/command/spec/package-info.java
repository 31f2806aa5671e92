/** What a command is called, where its menu entry is and which options it takes, read from its annotations and {@code plugins.config}. */
package org.annotomy.command.spec;
