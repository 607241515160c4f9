/** The pages on which the office sets up and changes campaigns. */
package io.minsheng.campaign.web;
