/** Where a place of one image lies in another. */
package org.annotomy.linking.place;
