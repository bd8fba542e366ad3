metadata description = 'E-mail when there are three negative predictions in less than five minutes, over all instances.'

@description('Where the rule is kept; the action group is global.')
param location string = resourceGroup().location

@description('Name of the Application Insights resource that the function reports to.')
param applicationInsightsName string

@description('Who is mailed.')
@minLength(1)
param emailAddresses string[]

@description('Begins the names of what this module makes.')
param namePrefix string = 'humeur'

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource mail 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${namePrefix}-mail'
  location: 'global'
  properties: {
    groupShortName: 'humeur'
    enabled: true
    emailReceivers: [
      for (address, i) in emailAddresses: {
        name: 'receiver-${i}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource negatives 'Microsoft.Insights/scheduledQueryRules@2021-08-01' = {
  name: '${namePrefix}-negatives'
  location: location
  properties: {
    displayName: 'Humeur: three negative texts in less than five minutes'
    description: 'One mail for each episode; it is over when no such group is left in the last 15 minutes.'
    severity: 2
    enabled: true
    scopes: [
      applicationInsights.id
    ]
    // A group is wholly within two evaluations in a row at least, so that up to five minutes of delay until its events
    // can be queried do no harm.
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: loadTextContent('negatives.kql')
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: [
        mail.id
      ]
    }
  }
}

output ruleId string = negatives.id
