/** Files dropped onto the windows of ImageJ and of this program: which of them open here, and which as before. */
package org.annotomy.ui.drop;
