/** 征集活动: everything that differs between districts and years is data of a campaign. */
package io.minsheng.campaign;
