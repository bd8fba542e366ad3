package humeur.training;
