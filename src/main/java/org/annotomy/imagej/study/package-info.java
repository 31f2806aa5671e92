/** Studies on this computer as a list shows and opens them: what a scan has found, with the labels beside it and small pictures. */
package org.annotomy.imagej.study;
