/** Every action of the suite as a SciJava command: parameters in, one call of the library, outputs out. */
package org.annotomy.command;
