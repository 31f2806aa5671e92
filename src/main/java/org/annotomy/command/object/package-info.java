/** Commands on the marked objects of an image. */
package org.annotomy.command.object;
