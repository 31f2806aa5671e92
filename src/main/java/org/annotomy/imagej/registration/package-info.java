/** Registering images that are open in ImageJ, and what is known of such registrations. */
package org.annotomy.imagej.registration;
