/** Images that belong together, and one thing marked in several of them. */
package org.annotomy.linking;
