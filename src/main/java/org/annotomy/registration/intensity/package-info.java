/** Linear registration of volumes and pictures by the mutual information of their values. */
package org.annotomy.registration.intensity;
