/** Commands about groups of images and what is marked in several of them. */
package org.annotomy.command.linking;
