/** Commands about whole slides: views, looks, regions. */
package org.annotomy.command.slide;
