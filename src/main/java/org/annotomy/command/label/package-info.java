/** Commands that answer questions about the image or the study, and those about the protocol. */
package org.annotomy.command.label;
