/** The public calls that tell about campaigns. */
package io.minsheng.campaign.api;
