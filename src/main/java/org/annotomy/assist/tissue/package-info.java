/** Suggests where on a slide tissue lies. */
package org.annotomy.assist.tissue;
