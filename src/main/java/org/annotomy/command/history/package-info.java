/** Commands that take back edits and bring back versions. */
package org.annotomy.command.history;
