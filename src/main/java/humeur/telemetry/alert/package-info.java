/** The alert about several negative texts within a short time, as one instance sees it, and the mail that says so. */
package humeur.telemetry.alert;
