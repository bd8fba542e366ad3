/** The command line: one class a subcommand. */
package humeur.training.command;
