const field = { createable: true, updateable: true };

/** Health scores as the object info of a user has them who may record one. */
export const ACCESS = {
  apiName: 'CS_Health_Score__c',
  createable: true,
  updateable: true,
  fields: {
    CS_Score__c: field,
    CS_Scored_On__c: field,
    CS_Source__c: field,
    CS_Comment__c: field,
    CS_Key__c: field,
  },
};
