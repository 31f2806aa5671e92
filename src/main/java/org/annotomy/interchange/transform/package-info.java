/** Saved registrations: our own files, and the text files of ITK. */
package org.annotomy.interchange.transform;
