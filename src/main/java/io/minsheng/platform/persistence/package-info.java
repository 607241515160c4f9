/** What every table shares: ids that sort by time, and leases by which equal nodes agree who does a single-handed job. */
package io.minsheng.platform.persistence;
