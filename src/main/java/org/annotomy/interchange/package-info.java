/** The sidecar and every other label format. */
package org.annotomy.interchange;
