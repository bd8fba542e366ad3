/** The BERT classifier: a pre-trained encoder, fine-tuned on labelled texts. */
package humeur.training.bert;
