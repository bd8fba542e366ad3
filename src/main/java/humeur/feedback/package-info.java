/** What callers say of predictions, kept durably in files: plain Java that knows neither HTTP nor Quarkus. */
package humeur.feedback;
