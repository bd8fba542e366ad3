/**
 * Sends telemetry to Application Insights: envelopes of its own, as gzipped lines of JSON, over its ingestion protocol. Nothing here
 * is loaded without a connection string.
 */
package humeur.telemetry.appinsights;
