/** The heart phantom: chambers that beat, and how an ultrasound machine shows them. */
package org.annotomy.sample.heart;
