/** Commands that register images, check and correct that, and show one image over another. */
package org.annotomy.command.registration;
