/** Commands that open, save and close images with their annotations. */
package org.annotomy.command.study;
