/** Which image: the facts that tell one image from another without naming the patient. */
package org.annotomy.identity;
