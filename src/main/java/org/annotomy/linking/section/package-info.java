/** Where a picture of one image cuts what is marked in another. */
package org.annotomy.linking.section;
