/** A disease over time: lesions measured again and again, the response to treatment (RECIST 1.1), and how fast volumes grow. */
package org.annotomy.followup;
