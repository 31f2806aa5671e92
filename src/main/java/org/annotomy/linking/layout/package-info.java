/** Layouts: which images of a group are shown where, in stages. */
package org.annotomy.linking.layout;
