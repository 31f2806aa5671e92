/** DICOMweb servers on the screen: the window that searches them, and the questions about credentials and sending. */
package org.annotomy.ui.web;
