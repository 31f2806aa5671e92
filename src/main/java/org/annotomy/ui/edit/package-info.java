/** All that a gesture can do to annotations: it is done, and recorded as the command that does the same. */
package org.annotomy.ui.edit;
