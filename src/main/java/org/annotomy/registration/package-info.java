/** Where a place of one image lies in another: transforms, and how they are found from landmarks or from the images themselves. */
package org.annotomy.registration;
